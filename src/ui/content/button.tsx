import type { PropsWithChildren } from 'hono/jsx'

/** `primary` is thread red and at most one on a page; `quiet` has no border. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet'

const look = {
  primary: { 'data-color': 'accent', 'data-variant': 'primary' },
  secondary: { 'data-variant': 'secondary' },
  quiet: { 'data-variant': 'tertiary' },
} as const

type ButtonProps = { variant?: ButtonVariant; name?: string; value?: string; form?: string; formaction?: string; small?: boolean }

/** A submit button; its words say what happens. */
export const Button = ({ variant = 'secondary', small, children, ...rest }: PropsWithChildren<ButtonProps>) => (
  <button class={small ? 'ds-button small' : 'ds-button'} type="submit" {...look[variant]} {...rest}>
    {children}
  </button>
)

/** A link that looks like a button, for going somewhere to do something. */
export const ButtonLink = (props: PropsWithChildren<{ href: string; variant?: ButtonVariant; small?: boolean }>) => (
  <a class={props.small ? 'ds-button small' : 'ds-button'} href={props.href} {...look[props.variant ?? 'secondary']}>
    {props.children}
  </a>
)
