import { constants, crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  method: 0 | 8
  checksum: number
  unpacked: number
  parts: Uint8Array[]
}

/** Portions are packed one by one, so that a sheet never stands in memory whole; each ends on a byte, and together they are one stream. */
export function packer(): { add(text: string): void; end(): Packed } {
  const packed: Packed = { method: 8, checksum: 0, unpacked: 0, parts: [] }
  return {
    add(text) {
      const bytes = Buffer.from(text, 'utf8')
      packed.checksum = crc32(bytes, packed.checksum)
      packed.unpacked += bytes.length
      packed.parts.push(deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }))
    },
    end() {
      packed.parts.push(deflateRawSync(''))
      return packed
    },
  }
}

export const stored = (content: Uint8Array): Packed => ({
  method: 0,
  checksum: crc32(content),
  unpacked: content.length,
  parts: [content],
})

/** An archive whose bytes depend on nothing but its members: they are dated 1980-01-01. */
export function zipOf(members: ReadonlyMap<string, Packed>): Buffer {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [path, { method, checksum, unpacked, parts: content }] of members) {
    const name = Buffer.from(path, 'utf8')
    const size = content.reduce((sum, part) => sum + part.length, 0)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt16LE(0x0021, 8)
    common.writeUInt32LE(checksum, 10)
    common.writeUInt32LE(size, 14)
    common.writeUInt32LE(unpacked, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, name, ...content)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), common, place, name)
    offset += 30 + name.length + size
  }
  const end = Buffer.alloc(22)
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(members.size, 8)
  end.writeUInt16LE(members.size, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
