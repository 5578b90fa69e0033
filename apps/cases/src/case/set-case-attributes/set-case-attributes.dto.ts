import { IsObject } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { Attributes } from '../case-events.js';

export class SetCaseAttributesBody {
  @IsObject()
  @JSONSchema({ additionalProperties: { type: ['string', 'number', 'boolean', 'null'], maxLength: 1000 }, maxProperties: 100 } as object)
  attributes: Attributes;
}
