import { createPublicKey, webcrypto } from 'node:crypto';
import 'reflect-metadata'; // @peculiar/x509 does not start without it
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto);

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;
const TEN_YEARS = 10 * 365 * 24 * 3600 * 1000;
const HOST_USAGE = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment;

/** The certificates of one pairing, PEM. The private keys stay on the computer. */
export interface PairCertificates {
  readonly rootCertificate: string;
  readonly rootPrivateKey: string;
  readonly hostCertificate: string;
  readonly hostPrivateKey: string;
  readonly deviceCertificate: string;
}

/**
 * Makes the three certificates of a pairing as libimobiledevice and Apple's host do: an own root, a host
 * certificate, and one for the phone's public key; X.509 v3, empty names, ten years, RSA 2048.
 * @param devicePublicKeyPem the lockdown value `DevicePublicKey`, a PKCS#1 `RSA PUBLIC KEY`
 */
export async function makePairCertificates(devicePublicKeyPem: string, now: Date): Promise<PairCertificates> {
  const [root, host] = await Promise.all([newKeys(), newKeys()]);
  const device = await webcrypto.subtle.importKey(
    'spki',
    createPublicKey(devicePublicKeyPem).export({ type: 'spki', format: 'der' }),
    RSA,
    true,
    ['verify'],
  );
  const sign = (publicKey: webcrypto.CryptoKey, extensions: x509.Extension[]) =>
    x509.X509CertificateGenerator.create({
      serialNumber: '01',
      notBefore: now,
      notAfter: new Date(now.getTime() + TEN_YEARS),
      signingAlgorithm: RSA,
      publicKey,
      signingKey: root.privateKey,
      extensions,
    });
  const [rootCertificate, hostCertificate, deviceCertificate] = await Promise.all([
    sign(root.publicKey, [new x509.BasicConstraintsExtension(true, undefined, true)]),
    sign(host.publicKey, leafExtensions()),
    sign(device, [...leafExtensions(), await x509.SubjectKeyIdentifierExtension.create(device)]),
  ]);
  return {
    rootCertificate: pem(rootCertificate),
    rootPrivateKey: await exportKey(root.privateKey),
    hostCertificate: pem(hostCertificate),
    hostPrivateKey: await exportKey(host.privateKey),
    deviceCertificate: pem(deviceCertificate),
  };
}

function leafExtensions(): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(HOST_USAGE, true),
  ];
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
}

function pem(certificate: x509.X509Certificate): string {
  return `${certificate.toString('pem')}\n`;
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
