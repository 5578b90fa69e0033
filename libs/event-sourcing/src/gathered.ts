import { LogError } from './log-error.js';

type Waiting<Question, Answer> = { readonly question: Question; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void };

/** A batch holds at most so many questions. */
const MOST = 128;

/**
 * Asks many questions as few: what is asked while `lanes` batches are under way goes into the next one, so every answer
 * is of a moment after its question. `answer` gives an answer for each question, in order. Questions of a batch that
 * fails are asked again one by one, so that one which cannot be answered fails alone; not so after a {@link LogError}.
 */
export const gathered = <Question, Answer>(answer: (questions: readonly Question[]) => Promise<readonly Answer[]>, lanes = 1): ((question: Question) => Promise<Answer>) => {
  let waiting: Waiting<Question, Answer>[] = [];
  let underWay = 0;
  let scheduled = false;

  const put = async (batch: readonly Waiting<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await answer(batch.map(({ question }) => question));
      batch.forEach(({ resolve }, n) => resolve(answers[n] as Answer));
    } catch (error) {
      if (batch.length > 1 && !(error instanceof LogError)) await Promise.all(batch.map((one) => put([one])));
      else for (const { reject } of batch) reject(error);
    }
  };

  const flush = (): void => {
    scheduled = false;
    while (underWay < lanes && waiting.length > 0) {
      const batch = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      underWay += 1;
      void put(batch).finally(() => {
        underWay -= 1;
        schedule();
      });
    }
  };

  const schedule = (): void => {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(flush);
  };

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      schedule();
    });
};
