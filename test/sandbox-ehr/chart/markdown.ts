import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import type { Html } from './html.ts';

/** GitHub-flavoured Markdown from a card as safe HTML: raw HTML in it stays text, dangerous links lose their address. */
export function markdown(text: string): Html {
  const element = createElement(
    Markdown,
    { remarkPlugins: [remarkGfm], rehypePlugins: [rehypeSanitize] },
    text,
  );
  return { html: renderToStaticMarkup(element) };
}
