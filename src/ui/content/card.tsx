import type { Child, PropsWithChildren } from 'hono/jsx'

type CardProps = { href: string; title: string; level?: 2 | 3 | 4; meta?: Child; lang?: string }

/** Something one can open. The whole card is the link's target; the name of the link is the title. */
export const Card = ({ href, title, level = 3, meta, lang, children }: PropsWithChildren<CardProps>) => {
  const Level = `h${level}` as const
  return (
    <article class="card" lang={lang}>
      <Level>
        <a href={href}>{title}</a>
      </Level>
      {children}
      {meta ? <p class="meta">{meta}</p> : null}
    </article>
  )
}

/** Cards beside each other as far as there is room. */
export const Cards = ({ children }: PropsWithChildren) => <div class="cards">{children}</div>
