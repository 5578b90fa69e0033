import { Module, type DynamicModule } from '@nestjs/common';
import {
  AGENT_CAPACITY_SET_V1,
  AGENT_PRESENCE_SET_V1,
  AGENT_TOPIC,
  CUSTOMER_TOPIC,
  QUEUE_TOPIC,
  STAFF_DISABLED_V1,
  STAFF_ENABLED_V1,
  STAFF_ROLE_CHANGED_V1,
  STAFF_TOPIC,
} from '@onmaru/contracts';
import { newId, provided, VIEWS, type Service, type ServicePorts } from '@onmaru/service-kit';
import { BulkCommands } from './bulk-commands/bulk-commands.adapter.js';
import { BulkCommandsHttp } from './bulk-commands/bulk-commands.http.js';
import { CaseAnswers } from './case-details/case-answers.adapter.js';
import { CaseDetailsHttp } from './case-details/case-details.http.js';
import { caseDetailsView } from './case-details/case-details.projection.js';
import { CaseDetailsQuery } from './case-details/case-details.query.js';
import { CasePolicyBook } from './case-policy/case-policy-book.adapter.js';
import { CasePolicyStreams } from './case-policy/case-policy-streams.adapter.js';
import { CasePolicyHttp } from './case-policy/case-policy.http.js';
import { casePolicies } from './case-policy/case-policy.js';
import { CASE_POLICY_REFUSALS } from './case-policy/refusals.http.js';
import { AddNoteHttp } from './case/add-note/add-note.http.js';
import { AssignCaseHttp } from './case/assign-case/assign-case.http.js';
import { CancelCaseHttp } from './case/cancel-case/cancel-case.http.js';
import { CaseCommands } from './case/case-commands.adapter.js';
import { CaseNumbers } from './case/case-numbers.adapter.js';
import { CaseStreams } from './case/case-streams.adapter.js';
import { cases } from './case/case.js';
import { CategoriseCaseHttp } from './case/categorise-case/categorise-case.http.js';
import { ChangeCaseCustomerHttp } from './case/change-case-customer/change-case-customer.http.js';
import { CloseCaseHttp } from './case/close-case/close-case.http.js';
import { HoldCaseHttp } from './case/hold-case/hold-case.http.js';
import { OpenCaseHttp } from './case/open-case/open-case.http.js';
import { PrioritiseCaseHttp } from './case/prioritise-case/prioritise-case.http.js';
import { RecordCustomerReplyHttp } from './case/record-customer-reply/record-customer-reply.http.js';
import { CASE_REFUSALS } from './case/refusals.http.js';
import { ReopenCaseHttp } from './case/reopen-case/reopen-case.http.js';
import { ReplyToCustomerHttp } from './case/reply-to-customer/reply-to-customer.http.js';
import { ResolveCaseHttp } from './case/resolve-case/resolve-case.http.js';
import { ResumeCaseHttp } from './case/resume-case/resume-case.http.js';
import { SetCaseAttributesHttp } from './case/set-case-attributes/set-case-attributes.http.js';
import { StartWorkHttp } from './case/start-work/start-work.http.js';
import { TransferCaseHttp } from './case/transfer-case/transfer-case.http.js';
import { UnassignCaseHttp } from './case/unassign-case/unassign-case.http.js';
import { DirectoryEntries } from './directory/directory-entries.query.js';
import { Directory } from './directory/directory.adapter.js';
import { DirectoryConsumer } from './directory/directory.consumer.js';
import { DirectoryRow } from './directory/directory.entity.js';
import { DirectoryQuery } from './directory/directory.query.js';
import { DIRECTORY_PROBLEMS } from './directory/unknown.http.js';
import { CreateCases1763769600000 } from './migrations/1763769600000-create-cases.migration.js';
import { LeaveRoomInCases1764028800000 } from './migrations/1764028800000-leave-room-in-cases.migration.js';
import { AssignCaseConsumer } from './processes/assign-case-when-place-is-taken/assign-case-when-place-is-taken.consumer.js';
import { casesPublications } from './publishing/publish-case.js';
import { CaseCountsHttp } from './views/case-counts/case-counts.http.js';
import { CaseCountsQuery } from './views/case-counts/case-counts.query.js';
import { CaseArchiveQuery } from './views/case-report/case-archive.query.js';
import { CaseReportHttp } from './views/case-report/case-report.http.js';
import { CaseTimelineHttp } from './views/case-timeline/case-timeline.http.js';
import { CaseTimelineQuery } from './views/case-timeline/case-timeline.query.js';
import { InboxHttp } from './views/inbox/inbox.http.js';
import { InboxQuery } from './views/inbox/inbox.query.js';

export const CASES = {
  name: 'cases',
  aggregates: [cases, casePolicies],
  views: [caseDetailsView],
  entities: [DirectoryRow],
  migrations: [CreateCases1763769600000, LeaveRoomInCases1764028800000],
  problems: { ...CASE_REFUSALS, ...CASE_POLICY_REFUSALS, ...DIRECTORY_PROBLEMS },
  publications: casesPublications,
  listens: {
    topics: [CUSTOMER_TOPIC, STAFF_TOPIC, QUEUE_TOPIC, AGENT_TOPIC],
    ignores: [STAFF_ROLE_CHANGED_V1, STAFF_DISABLED_V1, STAFF_ENABLED_V1, AGENT_PRESENCE_SET_V1, AGENT_CAPACITY_SET_V1],
  },
} as const satisfies Service;

@Module({})
export class CasesModule {
  static with({ log, pool, source, views, news, keys, clock, tracing }: ServicePorts): DynamicModule {
    const streamPorts = { log, clock, newId, tracing };
    const streams = new CaseStreams(streamPorts);
    const policies = new CasePolicyBook(log);
    const numbers = new CaseNumbers(pool);
    const entries = new DirectoryEntries(pool);
    const directory = new DirectoryQuery(source, entries, log, news);
    const answers = new CaseAnswers(directory, policies, clock);
    return {
      module: CasesModule,
      controllers: [...CONTROLLERS, DirectoryConsumer, AssignCaseConsumer],
      providers: [
        { provide: VIEWS, useValue: views },
        ...provided(streams, policies, new CasePolicyStreams(streamPorts), numbers, new Directory(pool, keys, entries), directory, answers),
        ...provided(new CaseCommands(streams, policies, answers, clock), new BulkCommands(streams, policies, numbers, directory)),
        ...provided(new CaseDetailsQuery(source), new CaseTimelineQuery(streams, directory), new CaseCountsQuery(pool)),
        ...provided(new CaseArchiveQuery(source, log, directory), new InboxQuery(source)),
      ],
    };
  }
}

/** Fixed paths before those with an id in them. */
const CONTROLLERS = [
  ...[OpenCaseHttp, InboxHttp, CaseCountsHttp, CaseReportHttp, BulkCommandsHttp, CaseDetailsHttp, CaseTimelineHttp, CasePolicyHttp],
  ...[CategoriseCaseHttp, PrioritiseCaseHttp, SetCaseAttributesHttp, ChangeCaseCustomerHttp, TransferCaseHttp, AssignCaseHttp],
  ...[UnassignCaseHttp, StartWorkHttp, ReplyToCustomerHttp, RecordCustomerReplyHttp, AddNoteHttp, HoldCaseHttp, ResumeCaseHttp],
  ...[ResolveCaseHttp, CloseCaseHttp, ReopenCaseHttp, CancelCaseHttp],
];
