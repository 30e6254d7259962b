import type { IncomingMessage, ServerResponse } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** What a request came along, and its answer goes back along; nothing when nobody asked over the web. */
export type Line = {
  incoming?: IncomingMessage
  outgoing?: ServerResponse
  /** The state of the database, where it was read on the way to whatever answers. */
  version?: string
}

/** Who is at the other end, for limits only: never logged or stored in the clear. */
export type Sender = {
  address: string
  /** It came by way of what stands in front of us. */
  proxied: boolean
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')

/** `10.0.0.1`, `10.0.0.0/8`, `::1` or `fd00::/8`. */
export function isAddressOrNet(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  return family > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
}

/**
 * Reads who sends, from the socket and `X-Forwarded-For`. Each proxy adds whom it heard from at the end, so the list is read from there, and only
 * as long as the one who says it is trusted: what a sender has written there itself counts for nothing.
 */
export function senderOf(trustedProxies: readonly string[]): (line: Line | undefined, forwardedFor: string | null | undefined) => Sender {
  const trusted = new BlockList()
  for (const one of trustedProxies) {
    const [address = '', bits] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(bits), family)
  }
  const isTrusted = (address: string) => trustedProxies.length > 0 && isIP(address) > 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (line, forwardedFor) => {
    const socket = plain(line?.incoming?.socket.remoteAddress ?? '')
    const proxied = isTrusted(socket)
    const said = (forwardedFor ?? '').split(',').map((one) => plain(one.trim())).filter(Boolean)
    let address = socket
    while (isTrusted(address) && said.length > 0) address = said.pop() ?? address
    return { address: address.slice(0, 100), proxied }
  }
}

/** The number that a proxy gave the request, when it is one we trust and it is nothing but a number: so the same request is found in both logs. */
export const requestIdFrom = (sender: Sender, given: string | null | undefined): string | null =>
  sender.proxied && given && /^[0-9a-f-]{16,64}$/i.test(given) ? given : null
