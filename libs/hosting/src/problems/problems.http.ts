import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Answers, KIT_PROBLEMS, Problem, Public, type ProblemTexts } from '@onmaru/service-kit';
import { ProblemBody } from './problems.dto.js';

/** The words of every problem that the services hosted here can answer with. */
export const PROBLEM_TEXTS = Symbol('ProblemTexts');

/** What the `type` of a problem leads to. */
@Controller('api/problems')
export class ProblemsHttp {
  private readonly texts: ProblemTexts;

  constructor(@Inject(PROBLEM_TEXTS) texts: ProblemTexts) {
    this.texts = { ...KIT_PROBLEMS, ...texts };
  }

  @Get(':code')
  @Public()
  @Answers(200, ProblemBody)
  read(@Param('code') code: string): ProblemBody {
    const text = Object.hasOwn(this.texts, code) ? this.texts[code] : undefined;
    if (!text) throw new Problem('not-found');
    return { code, status: text.status, en: text.en, ko: text.ko };
  }
}
