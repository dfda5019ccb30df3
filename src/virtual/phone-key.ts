import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

/** The phone's own key pair, PEM: the public half as lockdownd shows it (PKCS#1), the private one as TLS wants it. */
export interface PhoneKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** RSA 2048, off the main thread. */
export async function makePhoneKey(): Promise<PhoneKey> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
