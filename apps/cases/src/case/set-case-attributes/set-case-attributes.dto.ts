import { IsObject } from 'class-validator';
import { Shape } from '@onmaru/service-kit';
import type { Attributes } from '../case-words.js';

export class SetCaseAttributesBody {
  @IsObject()
  @Shape({ additionalProperties: { type: ['string', 'number', 'boolean', 'null'], maxLength: 1000 }, maxProperties: 100 })
  attributes: Attributes;
}
