import { Controller, Get, Param } from '@nestjs/common';
import { HOST_PROBLEMS, ProblemBody } from '@onmaru/hosting';
import { Answers, KIT_PROBLEMS, Problem, Public, type ProblemTexts } from '@onmaru/service-kit';
import { AskingFor, type InTheirName } from '../services/asking.adapter.js';
import { Services } from '../services/services.adapter.js';
import { unavailable } from '../services/unavailable.adapter.js';

const OWN: ProblemTexts = { ...KIT_PROBLEMS, ...HOST_PROBLEMS };

/** What the `type` of a problem leads to, whoever answers with it. */
@Controller('api/problems')
export class ProblemsHttp {
  constructor(private readonly services: Services) {}

  @Get(':code')
  @Public()
  @Answers(200, ProblemBody)
  async read(@Param('code') code: string, @AskingFor() asking: InTheirName): Promise<ProblemBody> {
    const own = Object.hasOwn(OWN, code) ? OWN[code] : undefined;
    if (own) return { code, status: own.status, en: own.en, ko: own.ko };
    const path = `/api/problems/${encodeURIComponent(code)}`;
    const { told, away } = await this.services.askWhoKnows<ProblemBody>(this.services.names.map((service) => ({ service, path })), asking);
    const [found] = told;
    if (found) return found.body;
    throw away.length > 0 ? unavailable(away) : new Problem('not-found');
  }
}
