import type { PropsWithChildren } from 'hono/jsx'

export type AlertColour = 'neutral' | 'success' | 'warning' | 'danger'
type AlertProps = { colour?: AlertColour; title?: string }

/** Something one must know before going on. Its reason belongs in the text. */
export const Alert = ({ colour = 'neutral', title, children }: PropsWithChildren<AlertProps>) => (
  <div class="ds-alert" data-color={colour}>
    {title ? <h2>{title}</h2> : null}
    {children}
  </div>
)

export type FlashMessage = {
  colour?: AlertColour
  text: string
  link?: { href: string; text: string }
  /** A form with one button that takes it back. */
  undo?: { action: string; label: string; fields?: Readonly<Record<string, string>> }
}

/** What just happened, on the page after it did; spoken by screen readers. */
export const Flash = ({ colour = 'success', text, link, undo }: FlashMessage) => (
  <div class="ds-alert flash" data-color={colour} role={colour === 'danger' ? 'alert' : 'status'}>
    <p>
      {text} {link ? <a href={link.href}>{link.text}</a> : null}
    </p>
    {undo ? (
      <form method="post" action={undo.action}>
        {Object.entries(undo.fields ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="link" type="submit">
          {undo.label}
        </button>
      </form>
    ) : null}
  </div>
)
