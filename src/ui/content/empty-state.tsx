import type { Child, PropsWithChildren } from 'hono/jsx'
import { Illustration, type Picture } from './illustration.tsx'

/** Nothing here yet: says what the thing is and what to do first. `actions` are buttons or links. */
export const EmptyState = (props: PropsWithChildren<{ picture?: Picture; title: string; level?: 2 | 3; actions?: Child }>) => {
  const Level = `h${props.level ?? 2}` as const
  return (
    <section class="empty">
      {props.picture ? <Illustration picture={props.picture} /> : null}
      <Level>{props.title}</Level>
      {props.children}
      {props.actions ? <div class="actions">{props.actions}</div> : null}
    </section>
  )
}
