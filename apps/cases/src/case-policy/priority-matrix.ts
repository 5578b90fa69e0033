/** Impact and urgency: 1 is the greatest. */
export type Grade = 1 | 2 | 3;
/** 1 is the highest. */
export type Priority = 1 | 2 | 3 | 4;

/** Rows are impact 1 to 3, columns urgency 1 to 3. */
export type PriorityMatrix = readonly [Row, Row, Row];
type Row = readonly [Priority, Priority, Priority];

/** Holds from the beginning, until a tenant publishes another. */
export const DEFAULT_MATRIX: PriorityMatrix = [
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 4],
];

export const priorityOf = (matrix: PriorityMatrix, impact: Grade, urgency: Grade): Priority => matrix[impact - 1 as 0][urgency - 1 as 0];
