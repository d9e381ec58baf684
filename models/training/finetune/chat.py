"""The strings that a model's chat template puts around system text, user text and answer.

Node has no Jinja. The template is rendered once with markers and cut, and training encodes piece by piece exactly as
the Node adapter does, so what the model learns on is, token for token, what it is asked later.
"""

from dataclasses import dataclass

from transformers import PreTrainedTokenizerBase

SYSTEM, USER, ANSWER = "@@SYSTEM@@", "@@USER@@", "@@ANSWER@@"

PLAIN = ("### Instruction:\n", "\n\n### Input:\n", "\n\n### Response:\n")
"""For a base model without a chat template of its own."""


@dataclass(frozen=True)
class ChatForm:
    before_system: str
    after_system: str
    after_user: str
    after_answer: str
    bos: int | None
    stop: tuple[int, ...]

    def for_node(self) -> dict:
        """The part `chat` of generation.json."""
        return {
            "beforeSystem": self.before_system,
            "afterSystem": self.after_system,
            "beforeUser": "",
            "afterUser": self.after_user,
            "beforeAnswer": "",
        }


class SpecialTokenInText(ValueError):
    """A text holds a special token of the tokenizer: it could pretend to be another speaker."""


def read_chat_form(tokenizer: PreTrainedTokenizerBase, eos: int | list[int] | None) -> ChatForm:
    """The chat form of a tokenizer. A template that knows no system role gets the system text before the user's."""
    if tokenizer.chat_template is None:
        before_system, after_system, after_user = PLAIN
        after_answer = tokenizer.eos_token
    else:
        before_system, after_system, after_user, after_answer = cut_template(tokenizer)
    bos = tokenizer.bos_token
    if bos and before_system.startswith(bos):
        before_system = before_system[len(bos) :]
        bos_id = tokenizer.bos_token_id
    else:
        # A template without it: put in front when the tokenizer itself would do so.
        puts_bos = bos is not None and tokenizer("a").input_ids[:1] == [tokenizer.bos_token_id]
        bos_id = tokenizer.bos_token_id if puts_bos else None
    ends = [*pieces(tokenizer, after_answer)[:1], *([eos] if isinstance(eos, int) else eos or [])]
    return ChatForm(before_system, after_system, after_user, after_answer, bos_id, tuple(dict.fromkeys(ends)))


def cut_template(tokenizer: PreTrainedTokenizerBase) -> tuple[str, str, str, str]:
    # A fixed date: Llama's templates write one, and a prompt may not change from day to day.
    def render(messages: list[dict], generate: bool) -> str:
        return tokenizer.apply_chat_template(
            messages, tokenize=False, add_generation_prompt=generate, date_string="26 Jul 2024"
        )

    user, answer = {"role": "user", "content": USER}, {"role": "assistant", "content": ANSWER}
    try:
        asked = render([{"role": "system", "content": SYSTEM}, user], True)
    except Exception:  # Jinja's raise_exception: what it raises depends on the version.
        asked = ""
    if SYSTEM not in asked:
        asked = render([user], True).replace(USER, f"{SYSTEM}\n\n{USER}")
    before_system, rest = asked.split(SYSTEM)
    after_system, after_user = rest.split(USER)
    after_answer = render([user, answer], False).split(ANSWER)[1]
    return before_system, after_system, after_user, after_answer


def pieces(tokenizer: PreTrainedTokenizerBase, text: str) -> list[int]:
    return tokenizer(text, add_special_tokens=False).input_ids if text else []


def safe_ids(tokenizer: PreTrainedTokenizerBase, text: str) -> list[int]:
    """Tokens of a text that somebody wrote: no special token may come out of it."""
    ids = pieces(tokenizer, text)
    if not set(ids).isdisjoint(tokenizer.all_special_ids):
        raise SpecialTokenInText(text[:60])
    return ids


def prompt_ids(tokenizer: PreTrainedTokenizerBase, form: ChatForm, system: str, user: str) -> list[int]:
    return [
        *([] if form.bos is None else [form.bos]),
        *pieces(tokenizer, form.before_system),
        *safe_ids(tokenizer, system),
        *pieces(tokenizer, form.after_system),
        *safe_ids(tokenizer, user),
        *pieces(tokenizer, form.after_user),
    ]


def answer_ids(tokenizer: PreTrainedTokenizerBase, form: ChatForm, answer: str) -> list[int]:
    """The answer and the token that ends it."""
    return [*safe_ids(tokenizer, answer), form.stop[0]]
