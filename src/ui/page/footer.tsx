import type { Child } from 'hono/jsx'
import { texts, type Lang } from '../../platform/text/texts.ts'

const words = texts({
  nb: {
    about: 'Trådverk holder sammen det vi vet, det vi ble enige om, det vi gjorde og det vi lærte.',
    example: 'Eksempel',
    demo: 'Eksempel: arbeidsrommene her, og menneskene i dem, er oppdiktet for å vise hvordan Trådverk virker.',
    links: 'Om nettstedet',
    help: 'Hjelp',
    accessibility: 'Tilgjengelighet',
    privacy: 'Personvern',
  },
  nn: {
    about: 'Trådverk held saman det vi veit, det vi blei samde om, det vi gjorde og det vi lærte.',
    example: 'Døme',
    demo: 'Døme: arbeidsromma her, og menneska i dei, er oppdikta for å vise korleis Trådverk verkar.',
    links: 'Om nettstaden',
    help: 'Hjelp',
    accessibility: 'Tilgjenge',
    privacy: 'Personvern',
  },
  en: {
    about: 'Trådverk keeps together what we know, what we agreed, what we did and what we learned.',
    example: 'Example',
    demo: 'Example: the workspaces here, and the people in them, are made up to show how Trådverk works.',
    links: 'About the site',
    help: 'Help',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
  },
})

/** Said at the top of every page of a demo, so that nobody takes it for real. */
export const DemoBanner = ({ lang }: { lang: Lang }) => (
  <aside class="demo-banner" aria-label={words[lang].example}>
    {words[lang].demo}
  </aside>
)

export const Footer = ({ lang, owner }: { lang: Lang; owner?: Child }) => {
  const w = words[lang]
  return (
    <footer class="site-footer">
      <div class="wrap">
        <p>{w.about}</p>
        {owner ? <p>{owner}</p> : null}
        <nav aria-label={w.links}>
          <a href="/hjelp">{w.help}</a>
          <a href="/tilgjengelighet">{w.accessibility}</a>
          <a href="/personvern">{w.privacy}</a>
        </nav>
      </div>
    </footer>
  )
}
