import type { Child, PropsWithChildren } from 'hono/jsx'
import { texts, type Lang } from '../../platform/text/texts.ts'
import { asset } from '../asset.ts'
import { Flash, type FlashMessage } from '../content/alert.tsx'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { DemoBanner, Footer } from './footer.tsx'
import { BareHeader, Header, type Visitor } from './header.tsx'

const words = texts({
  nb: { skip: 'Hopp til innholdet', error: 'Feil' },
  nn: { skip: 'Hopp til innhaldet', error: 'Feil' },
  en: { skip: 'Skip to content', error: 'Error' },
})

export type DocumentProps = {
  lang: Lang
  /** The page's own name, the same as its h1; the site's name is added. */
  title: string
  /** The form on the page has errors: said first in the title, which is what screen readers read first. */
  failed?: boolean
  /** Path and query of this page, for the language switch and for coming back after login. */
  path: string
  visitor?: Visitor
  /** What was searched for ('' for an empty box); undefined leaves the box out. */
  search?: string
  crumbs?: readonly Crumb[]
  /** The menu of the workspace: a `<Tabs>`. */
  menu?: Child
  /** Stands above the menu: the name of the workspace. */
  place?: Child
  flash?: FlashMessage
  demo?: boolean
  /** `bare` has no menu, search or login: for an answer from an e-mail link. */
  chrome?: 'full' | 'bare'
  /** `text` is a column for reading, `wide` for tables, `full` for the drawn thread. */
  width?: 'text' | 'wide' | 'full'
  description?: string
  /** Islands by file name without ending: `['thread-zoom']`. Components bring their own. */
  islands?: readonly string[]
  /** Style sheets of a module's own, after the common one: `['thread.css']`. */
  styles?: readonly string[]
  /** Search engines stay away. */
  unlisted?: boolean
  /** The one address of a page that is for everybody, in full; for search engines, and for cards where it is shared. */
  canonical?: string
  owner?: Child
  /** What the installation calls itself, after the page's name. */
  site?: string
}

const locales: Readonly<Record<Lang, string>> = { nb: 'nb_NO', nn: 'nn_NO', en: 'en_GB' }

/** How the page is called where its address is shared. A page has one address whatever language its menus are in, so there are no alternates to name. */
const SharedAs = ({ lang, title, site, description, canonical }: DocumentProps & { canonical: string }) => (
  <>
    <link rel="canonical" href={canonical} />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content={site ?? 'Trådverk'} />
    <meta property="og:title" content={title} />
    {description ? <meta property="og:description" content={description} /> : null}
    <meta property="og:url" content={canonical} />
    <meta property="og:locale" content={locales[lang]} />
  </>
)

/** The whole page, from doctype to footer. */
export const Document = (props: PropsWithChildren<DocumentProps>) => {
  const { lang, chrome = 'full' } = props
  const w = words[lang]
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${props.failed ? `${w.error}: ` : ''}${props.title} – ${props.site ?? 'Trådverk'}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {props.description ? <meta name="description" content={props.description} /> : null}
        {props.unlisted ? <meta name="robots" content="noindex" /> : null}
        {props.canonical ? <SharedAs {...props} canonical={props.canonical} /> : null}
        <link rel="stylesheet" href={asset('main.css')} />
        {(props.styles ?? []).map(name => (
          <link rel="stylesheet" href={asset(name)} />
        ))}
        <link rel="icon" type="image/svg+xml" href={asset('favicon.svg')} />
        {(props.islands ?? []).map(name => (
          <script type="module" src={asset(`${name}.js`)}></script>
        ))}
      </head>
      <body>
        <a class="ds-skip-link" href="#innhold">
          {w.skip}
        </a>
        {props.demo ? <DemoBanner lang={lang} /> : null}
        {chrome === 'full' ? <Header lang={lang} path={props.path} visitor={props.visitor ?? null} search={props.search} /> : <BareHeader />}
        {props.place || props.menu ? (
          <section class="place" aria-labelledby={props.place ? 'sted' : undefined}>
            <div class="wrap">
              {props.place ? (
                <p class="place-name" id="sted">
                  {props.place}
                </p>
              ) : null}
              {props.menu ?? null}
            </div>
          </section>
        ) : null}
        <div class="wrap page" data-width={props.width ?? 'wide'}>
          {props.crumbs ? <Breadcrumbs lang={lang} crumbs={props.crumbs} /> : null}
          <main id="innhold" tabindex={-1}>
            {props.flash ? <Flash {...props.flash} /> : null}
            {props.children}
          </main>
        </div>
        {chrome === 'full' ? <Footer lang={lang} owner={props.owner} /> : null}
      </body>
    </html>
  )
}

/** The document as text to send, with its doctype. */
export const documentText = (document: Child): string => `<!doctype html>${String(document)}`
