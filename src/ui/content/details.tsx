import type { Child, PropsWithChildren } from 'hono/jsx'

/** Depth for those who ask for it; always open on paper. */
export const Details = ({ summary, open, id, children }: PropsWithChildren<{ summary: Child; open?: boolean; id?: string }>) => (
  <details class="more" open={open} id={id}>
    <summary>{summary}</summary>
    <div class="more-body">{children}</div>
  </details>
)
