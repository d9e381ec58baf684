import { createHmac, randomBytes } from 'node:crypto';

/** A bounded memory of answers; the least recently used goes first. */
export interface AnswerCache<T> {
  get(question: unknown): T | undefined;
  set(question: unknown, answer: T): void;
  clear(): void;
}

/**
 * Keys are HMACs under a key made for this process: the cache holds nothing of a query in clear, and a dump of
 * memory cannot be searched for a known sentence.
 */
export function createAnswerCache<T>(capacity: number): AnswerCache<T> {
  const secret = randomBytes(32);
  const answers = new Map<string, T>();
  const keyOf = (question: unknown) =>
    createHmac('sha256', secret).update(JSON.stringify(question)).digest('base64');
  return {
    get(question) {
      const key = keyOf(question);
      const answer = answers.get(key);
      if (answer === undefined) return undefined;
      answers.delete(key);
      answers.set(key, answer);
      return answer;
    },
    set(question, answer) {
      answers.set(keyOf(question), answer);
      if (answers.size > capacity) answers.delete(answers.keys().next().value as string);
    },
    clear: () => answers.clear(),
  };
}
