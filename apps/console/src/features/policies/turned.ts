import type { Grade, Matrix, Priority } from '../../ui/api/types.js';

/** The matrix with the next priority in one cell: 1, 2, 3, 4 and round again. */
export const turned = (matrix: Matrix, impact: Grade, urgency: Grade): Matrix =>
  matrix.map((row, i) => row.map((priority, u) => (i === impact - 1 && u === urgency - 1 ? (((priority % 4) + 1) as Priority) : priority)));
