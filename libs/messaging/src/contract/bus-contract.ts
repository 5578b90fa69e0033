import { deliveryContract } from './delivery.js';
import { persistenceContract } from './persistence.js';
import { stoppingContract } from './stopping.js';
import { oneBench, type MakeBus } from './bus-bench.js';

/** What every adapter of the bus promises. `make` is called anew for each case. */
export const busContract = (name: string, make: MakeBus): void => {
  describe(`The bus (${name})`, () => {
    const bench = oneBench(make);
    deliveryContract(bench, make);
    persistenceContract(bench);
    stoppingContract(bench);
  });
};
