import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** `customerId` → `customer_id`. */
export const columnName = (property: string): string =>
  property.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** For TypeORM data sources: columns are in snake case unless they are named otherwise. */
export class SnakeCaseColumns extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, named: string, prefixes: string[]): string {
    return named || columnName([...prefixes, property].join('_'));
  }
}
