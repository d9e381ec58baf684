import { isUnavailable } from '#fhir-mappers/data-state.ts';
import type { LanguageModel } from '#models/language-model/language-model.ts';
import type { Drafter } from '../contract.ts';
import { parseAnswer } from '../prompt/parse-answer.ts';

/** The adapter of a local model: nothing leaves this machine, one draft at a time, loaded when it is first asked. */
export function createOnnxDrafter(model: LanguageModel): Drafter {
  return {
    adapter: 'onnx',
    get info() {
      const { info } = model;
      if (isUnavailable(info)) return info;
      const { name, version, provider } = info;
      return { adapter: 'onnx' as const, name, version, ...(provider === undefined ? {} : { provider }) };
    },
    async draft({ kind, prompt }, { signal, onText, onStage }) {
      const result = await model.generate(prompt, {
        signal,
        ...(onStage === undefined ? {} : { onStage }),
        onText: ({ text, tokens }) => onText?.(text, tokens),
      });
      return isUnavailable(result) ? result : parseAnswer(wholeLines(result.text, result.ending), kind);
    },
    close: () => model.close(),
  };
}

/** A model that was cut off leaves half a sentence, which is no sentence. */
function wholeLines(text: string, ending: string): string {
  return ending === 'stop' ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}
