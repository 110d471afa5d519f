/** How a file that age has encrypted begins, and one of them in letters (armor). */
export const AGE_BEGINNINGS = ['age-encryption.org/v1\n', '-----BEGIN AGE ENCRYPTED FILE-----'] as const
