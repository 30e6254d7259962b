import { languages, texts, type Lang } from '../../platform/text/texts.ts'
import { asset } from '../asset.ts'
import { Logo } from './logo.tsx'

const words = texts({
  nb: { home: 'Trådverk, til forsiden', search: 'Søk', searchLabel: 'Søk i Trådverk', login: 'Logg inn', mine: 'Min side', language: 'Språk', hits: '# treff. Bruk piltastene, eller trykk Enter for å søke i alt.', none: 'Ingen forslag. Trykk Enter for å søke i alt.', failed: 'Forslagene svarer ikke. Trykk Enter for å søke.' },
  nn: { home: 'Trådverk, til framsida', search: 'Søk', searchLabel: 'Søk i Trådverk', login: 'Logg inn', mine: 'Mi side', language: 'Språk', hits: '# treff. Bruk piltastane, eller trykk Enter for å søkje i alt.', none: 'Ingen forslag. Trykk Enter for å søkje i alt.', failed: 'Forslaga svarar ikkje. Trykk Enter for å søkje.' },
  en: { home: 'Trådverk, to the front page', search: 'Search', searchLabel: 'Search Trådverk', login: 'Log in', mine: 'My page', language: 'Language', hits: '# hits. Use the arrow keys, or press Enter to search everything.', none: 'No suggestions. Press Enter to search everything.', failed: 'The suggestions do not answer. Press Enter to search.' },
})

const names: Record<Lang, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' }

/** Who is here: nobody (link to log in) or a person by name or role. */
export type Visitor = { name: string } | null

export const languagePath = '/sprak'

/**
 * Choosing a language changes what is remembered, so it is sent as a form to `languagePath`
 * with `sprak` and `til` (the page to come back to, which the server must check is its own).
 */
const LanguageSwitch = ({ lang, path }: { lang: Lang; path: string }) => (
  <form class="languages" method="post" action={languagePath} aria-label={words[lang].language}>
    <input type="hidden" name="til" value={path} />
    {languages.map(code => (
      <button type="submit" name="sprak" value={code} lang={code} aria-current={code === lang ? 'true' : undefined}>
        {code.toUpperCase()}
        <span class="ds-sr-only">, {names[code]}</span>
      </button>
    ))}
  </form>
)

/** Only who sends the page, where there is one thing to do and nowhere to go: an answer from an e-mail. */
export const BareHeader = () => (
  <header class="site-header">
    <div class="wrap">
      <span class="home">
        <Logo />
        <span>Trådverk</span>
      </span>
    </div>
  </header>
)

type HeaderProps = {
  lang: Lang
  path: string
  visitor: Visitor
  /** What was searched for; undefined leaves out the search box. */
  search?: string
}

export const Header = ({ lang, path, visitor, search }: HeaderProps) => {
  const w = words[lang]
  return (
    <header class="site-header">
      <div class="wrap">
        <a class="home" href="/" aria-label={w.home}>
          <Logo />
          <span>Trådverk</span>
        </a>
        {search === undefined ? null : (
          <search>
            <form class="site-search" method="get" action="/sok">
              <combobox-search source="/sok/forslag" data-hits={w.hits} data-none={w.none} data-failed={w.failed}>
                <input class="ds-input" type="search" id="sok" name="q" value={search} maxlength={200} autocomplete="off" aria-label={w.searchLabel} placeholder={w.search} />
              </combobox-search>
              <button class="ds-button" data-variant="tertiary" type="submit" aria-label={w.search}>
                <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
                  <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5 5 5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
                </svg>
              </button>
            </form>
            <script type="module" src={asset('combobox-search.js')}></script>
          </search>
        )}
        <LanguageSwitch lang={lang} path={path} />
        {visitor ? (
          <a class="visitor" href="/min-side">
            <span>{w.mine}</span>
            <span class="who">{visitor.name}</span>
          </a>
        ) : (
          <a class="visitor" href={`/logg-inn?til=${encodeURIComponent(path)}`}>
            <span>{w.login}</span>
          </a>
        )}
      </div>
    </header>
  )
}
