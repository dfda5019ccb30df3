import { X509Certificate } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import { abortable } from '../kit/signals.ts';
import type { VirtualPhone } from './phone.ts';
import { makePhoneKey } from './phone-key.ts';
import type { TrustedHost } from './trust.ts';

/** AES-128-GCM first: it costs the least where the processor does AES. */
const CIPHERS =
  'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-RSA-AES128-GCM-SHA256:DEFAULT';
/** libimobiledevice offers nothing but TLS 1.0 to a phone below iOS 10. */
const LEGACY = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
const CURRENT = { minVersion: 'TLSv1.2', ciphers: CIPHERS } as const;

const contexts = new WeakMap<TrustedHost, Promise<SecureContext>>();

/**
 * The phone's end of a TLS start: it shows the DeviceCertificate of the pairing and lets in whoever shows that
 * pairing's host or root certificate (libimobiledevice shows the root). Rejects when anybody else comes.
 */
export async function acceptTls(
  phone: VirtualPhone,
  host: TrustedHost,
  stream: Duplex,
  signal: AbortSignal,
): Promise<TLSSocket> {
  if (phone.tlsBroken) {
    stream.once('data', () => stream.destroy()).resume();
    throw new Error('the TLS handshake was broken off');
  }
  const socket = new TLSSocket(stream, {
    isServer: true,
    requestCert: true,
    rejectUnauthorized: false,
    honorCipherOrder: true,
    secureContext: await (phone.tlsIntercepted ? anothersContext(phone) : contextFor(phone, host)),
  });
  await abortable(handshake(socket), signal);
  // Whoever sits in between has this computer's key no more than the phone's.
  if (phone.tlsIntercepted || !isCertificateOf(host, socket.getPeerX509Certificate())) {
    socket.destroy();
    throw new Error('a computer came in that shows no certificate of this pairing');
  }
  return socket;
}

function contextFor(phone: VirtualPhone, host: TrustedHost): Promise<SecureContext> {
  const context = contexts.get(host) ?? makeContext(phone, host);
  contexts.set(host, context);
  return context;
}

async function makeContext(phone: VirtualPhone, host: TrustedHost): Promise<SecureContext> {
  const { privateKey } = await phone.key;
  const versions = phone.iosMajor < 10 ? LEGACY : CURRENT;
  return createSecureContext({ key: privateKey, cert: host.deviceCertificate, ...versions });
}

/** What security software shows in the phone's place. */
async function anothersContext(phone: VirtualPhone): Promise<SecureContext> {
  const [{ makePairCertificates }, { privateKey, publicKey }] = await Promise.all([
    import('../wire/certificates.ts'),
    makePhoneKey(),
  ]);
  const { deviceCertificate } = await makePairCertificates(publicKey, phone.clock.now());
  return createSecureContext({ key: privateKey, cert: deviceCertificate, ...CURRENT });
}

function handshake(socket: TLSSocket): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once('secure', resolve);
  socket.once('error', reject);
  socket.once('close', () => reject(new Error('the connection ended in the TLS handshake')));
  return promise;
}

function isCertificateOf(host: TrustedHost, shown: X509Certificate | undefined): boolean {
  if (!shown) return false;
  const { fingerprint256 } = shown;
  return [host.rootCertificate, host.hostCertificate].some(
    (pem) => new X509Certificate(pem).fingerprint256 === fingerprint256,
  );
}
