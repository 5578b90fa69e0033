/** 336 bytes of JSON, as an event of a case has, and 66 bytes about who did it. The number makes each one different. */
export const dataOf = (n: number): object => ({
  note: `The customer called again about order ${String(n).padStart(9, '0')} and asks when the replacement arrives; the courier says it left the depot.`,
  channel: 'phone',
  queueId: '018f3a52-77aa-7c31-9d7e-2f1f0c6b8a10',
  impact: 2,
  urgency: 3,
  tags: ['delivery', 'replacement'],
  customerId: '018f3a52-0000-7c31-9d7e-2f1f0c6b8a10',
});

export const metadataOf = (n: number): { readonly actor: string; readonly correlationId: string } => ({
  actor: 'staff-mina',
  correlationId: `bench-${String(n).padStart(18, '0')}`,
});
