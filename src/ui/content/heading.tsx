import type { PropsWithChildren } from 'hono/jsx'

type HeadingProps = { level: 1 | 2 | 3 | 4; id?: string; lang?: string }

/** A heading; the level gives its look, so the order on a page is the order of importance. */
export const Heading = ({ level, id, lang, children }: PropsWithChildren<HeadingProps>) => {
  const Level = `h${level}` as const
  return (
    <Level id={id} lang={lang}>
      {children}
    </Level>
  )
}

/** The first sentence or two of a page: what it is for. */
export const Lead = ({ children }: PropsWithChildren) => <p class="lead">{children}</p>
