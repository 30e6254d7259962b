import { everyone, type Page, page } from '../../platform/http/page.ts'
import { daysOf, longWords, type Retention } from '../../platform/retention/index.ts'
import { readSettings } from '../../platform/settings/setting.store.ts'
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
/** What is kept, as a table: from the declaration that is carried out, with the days that hold here. */
const keptTable = (retentions: readonly Retention[], settings: ReadonlyMap<string, unknown>, lang: Lang): string => {
  const { what, why, long } = privacyWords[lang].kept
  const rows = retentions.filter((one) => one.told).map((one) => [one.title[lang], one.why[lang], longWords(one, daysOf(one, settings), lang)])
  return [[what, why, long], ['---', '---', '---'], ...rows].map((row) => (row[0] === '---' ? `|${row.join('|')}|` : `| ${row.join(' | ')} |`)).join('\n')
}

/** What is kept about people, and what they can ask for. Who answers is as the administrators have said. */
export const privacyPage = (retentions: readonly Retention[]): Page =>
  page({
    path: '/personvern',
    access: everyone,
    shared: true,
    listed: true,
    width: 'text',
    load: ({ db }) => readSettings(db),
    title: (_, { lang }) => privacyWords[lang].title,
    description: (_, { lang }) => privacyWords[lang].lead,
    view: (settings, { lang }) => {
      const w = privacyWords[lang]
      const who = settings.get('site.privacy-contact')
      const body = w.body.replace('{kept}', keptTable(retentions, settings, lang)).replace('{contact}', typeof who === 'string' && who ? w.askAt.replace('{who}', who) : w.ask)
      return (
        <article class="guide-page">
          <Heading level={1}>{w.title}</Heading>
          <Lead>{w.lead}</Lead>
          <Markdown source={body} />
        </article>
      )
    },
  })
