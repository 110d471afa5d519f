import { generateIdentity, identityToRecipient } from 'age-encryption'

/** A new key: its secret half, and the public one. */
export async function newIdentity(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateIdentity()
  return { identity, recipient: await identityToRecipient(identity) }
}
