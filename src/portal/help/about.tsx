import { everyone, page } from '../../platform/http/page.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { Heading, Lead } from '../../ui/index.ts'
import { accessibilityWords } from './accessibility.words.ts'
import { Markdown } from './markdown-view.tsx'
import { privacyWords } from './privacy.words.ts'

type Written = Readonly<Record<Lang, { title: string; lead: string; body: string }>>

/** A page that only tells, in the reader's own language. */
const told = (path: string, words: Written) =>
  page({
    path,
    access: everyone,
    shared: true,
    listed: true,
    width: 'text',
    load: async () => words,
    title: (all, { lang }) => all[lang].title,
    description: (all, { lang }) => all[lang].lead,
    view: (all, { lang }) => (
      <article class="guide-page">
        <Heading level={1}>{all[lang].title}</Heading>
        <Lead>{all[lang].lead}</Lead>
        <Markdown source={all[lang].body} />
      </article>
    ),
  })

export const accessibilityPage = told('/tilgjengelighet', accessibilityWords)
export const privacyPage = told('/personvern', privacyWords)
