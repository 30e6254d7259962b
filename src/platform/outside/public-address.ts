import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/**
 * What is not on the open net: this machine, its neighbours, clouds' own addresses, and what is kept for examples. A list for each sort: a
 * list holds an IPv4 address against its IPv6 nets too, and `::/3` would close all of them.
 */
const closed = { 4: new BlockList(), 6: new BlockList() }
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) closed[4].addSubnet(net, prefix, 'ipv4')
// Only global unicast (2000::/3) is open, and of that not what carries an IPv4 address inside (6to4, Teredo) or is for documentation.
for (const [net, prefix] of [['::', 3], ['4000::', 2], ['8000::', 1], ['2001::', 32], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) closed[6].addSubnet(net, prefix, 'ipv6')

/** Whether an IP address, written with or without brackets, is one on the open net. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '')
  const version = isIP(bare)
  return version === 4 ? !closed[4].check(bare, 'ipv4') : version === 6 && !closed[6].check(bare, 'ipv6')
}

/** Thrown when a name or an address leads to something that is not on the open net. */
export class NotPublic extends Error {
  constructor() {
    super('The address is not on the open net')
  }
}

/**
 * Looks a name up for a connection, and refuses it when any of its addresses is closed. The connection is made to the very address
 * that was looked at, so a name that answers differently the next time gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const [first] = addresses
    if (!first || addresses.some(({ address }) => !isPublicAddress(address))) return callback(new NotPublic(), '')
    if (options.all) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
