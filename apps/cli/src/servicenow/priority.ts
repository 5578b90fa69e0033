export type Grade = 1 | 2 | 3;
export type Priority = 1 | 2 | 3 | 4;

/** Impact and urgency where nobody has said them. */
export const LEAST: Grade = 3;

/** The priority that the first version of every matrix gives, which holds from the beginning. */
export const priorityOf = (impact: Grade, urgency: Grade): Priority => Math.min(impact + urgency - 1, 4) as Priority;
