/**
 * What comes back from JSON as it went in; anything else has a part that nothing fits: a `Map`, a `Set`, a moment as an
 * object, a function, what may be undefined or left out. What no type tells, such as `NaN`, shows when it is written.
 */
export type Plain<T> = T extends string | number | boolean | null ? T : T extends object ? PlainParts<T> : never;

type PlainParts<T extends object> = T extends (...args: never[]) => unknown ? never : [keyof T] extends [never] ? never : { readonly [Key in keyof T]-?: Plain<T[Key]> };
