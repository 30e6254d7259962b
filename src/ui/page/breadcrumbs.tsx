import { texts, type Lang } from '../../platform/text/texts.ts'

const words = texts({ nb: { here: 'Du er her' }, nn: { here: 'Du er her' }, en: { here: 'You are here' } })

/** One step on the way here; the last is the page itself and has no address. */
export type Crumb = { text: string; href?: string; lang?: string }

export const Breadcrumbs = ({ lang, crumbs }: { lang: Lang; crumbs: readonly Crumb[] }) =>
  crumbs.length === 0 ? null : (
    <nav class="crumbs" aria-label={words[lang].here}>
      <ol>
        {crumbs.map(crumb => (
          <li lang={crumb.lang}>{crumb.href ? <a href={crumb.href}>{crumb.text}</a> : <span aria-current="page">{crumb.text}</span>}</li>
        ))}
      </ol>
    </nav>
  )
