import { deliveryContract } from './contract/delivery.js';
import { persistenceContract } from './contract/persistence.js';
import { stoppingContract } from './contract/stopping.js';
import { unrestContract } from './contract/unrest.js';
import type { MakeBus } from './contract/bus-bench.js';

export type { BusBench, MakeBus } from './contract/bus-bench.js';

/** What every adapter of the bus promises. `make` is called anew for each case. */
export const busContract = (name: string, make: MakeBus): void => {
  describe(`The bus (${name})`, () => {
    deliveryContract(make);
    persistenceContract(make);
    stoppingContract(make);
    unrestContract(make);
  });
};
