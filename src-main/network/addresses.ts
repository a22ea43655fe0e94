/** This laptop's addresses on private networks, the one that another laptop most likely reaches first. */
import type { NetworkInterfaceInfo } from 'node:os'
import { isPrivateHost } from '../../shared/relay/near'

/** What virtual machines, containers and VPNs bring: other laptops are seldom there. */
const VIRTUAL =
  /^(docker|veth|br-|virbr|vmnet|vbox|utun|tun|tap|wg|zt|ham|llw|awdl)|virtual|vethernet|hyper-v|wsl|vpn/i

/**
 * Homes and small offices have 192.168, hospitals and campuses 10; 169.254 is two laptops on one cable, or a network
 * that failed.
 */
const ORDER = ['192.', '10.', '172.', '169.']

const rank = (name: string, address: string): number =>
  (VIRTUAL.test(name) ? ORDER.length : 0) + ORDER.findIndex((start) => address.startsWith(start))

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

export const privateAddresses = (interfaces: Interfaces): readonly string[] =>
  Object.entries(interfaces)
    .flatMap(([name, infos = []]) =>
      infos
        .filter(
          ({ family, internal, address }) =>
            family === 'IPv4' && !internal && isPrivateHost(address),
        )
        .map(({ address }) => ({ address, rank: rank(name, address) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address)
