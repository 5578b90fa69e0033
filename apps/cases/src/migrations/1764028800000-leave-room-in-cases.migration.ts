import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Half of each page stays free: a case that changes stays on its page, and none of its nine indexes hears of it. */
export class LeaveRoomInCases1764028800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases.case_details_1 SET (fillfactor = 50)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases.case_details_1 RESET (fillfactor)');
  }
}
