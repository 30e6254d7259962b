import { everyone, page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { Heading, Lead } from '../../ui/index.ts'
import { guide } from './guide.ts'
import { helpWords } from './help.words.ts'
import { Markdown } from './markdown-view.tsx'
import { RuleList } from './rule-list.tsx'

/** The guide is bokmål, whatever language the page around it has. */
const written = (lang: Lang) => (lang === 'nb' ? undefined : 'nb')

export const helpPage = page({
  path: '/hjelp',
  access: everyone,
  shared: true,
  listed: true,
  width: 'text',
  load: async () => guide,
  title: (_, { lang }) => helpWords[lang].title,
  description: (_, { lang }) => helpWords[lang].lead,
  view: (pages, { lang }) => {
    const w = helpWords[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {w.language ? <p>{w.language}</p> : null}
        <ol class="guide" lang={written(lang)}>
          {pages.map((one) => <li><a href={`/hjelp/${one.side}`}>{one.title}</a> <p class="hint">{one.lead}</p></li>)}
        </ol>
        <p>{w.stuck}</p>
      </>
    )
  },
})

/** One page of the guide. The one on loose threads ends with the rules themselves. */
export const guidePage = ({ checks }: Catalogue) => page({
  path: '/hjelp/:side',
  access: everyone,
  styles: ['guide.page.css'],
  shared: true,
  listed: true,
  width: 'text',
  load: async (_, __, { side }) => {
    const at = guide.findIndex((one) => one.side === side)
    const here = guide[at]
    return here ? { here, next: guide[at + 1] ?? null } : null
  },
  title: ({ here }) => here.title,
  description: ({ here }) => here.lead,
  crumbs: (_, { lang }) => [{ text: helpWords[lang].title, href: '/hjelp' }],
  view: ({ here, next }, { lang }) => {
    const w = helpWords[lang]
    return (
      <>
        <article class="guide-page" lang={written(lang)}>
          <Heading level={1}>{here.title}</Heading>
          <Markdown source={here.body} />
        </article>
        {here.side === 'traden-og-lose-trader' ? <RuleList checks={checks} lang={lang} /> : null}
        {w.language ? <p class="hint">{w.language}</p> : null}
        <nav class="actions" aria-label={w.title}>
          {next ? <a href={`/hjelp/${next.side}`}>{w.next}: <span lang={written(lang)}>{next.title}</span></a> : null}
          <a href="/hjelp">{w.all}</a>
        </nav>
      </>
    )
  },
})
