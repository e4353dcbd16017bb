import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {ApexBlob} from '../../runtime/blob.ts';
import {ApexFault, invalidParameter} from '../../runtime/fault.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

type Data = ApexBlob | null;
type Text = string | null;

/** Apex Reference Guide, "Crypto Class". Certificates of the org are not supported. */
export const cryptoClass = defineClass('System.Crypto', {
  'decrypt(String,Blob,Blob,Blob)': (_rt, algorithm: Text, key: Data, vector: Data, data: Data) =>
    decrypt(cipherOf(required(algorithm), required(key)), required(key), initializationVector(required(vector)), required(data).bytes),
  'decryptWithManagedIV(String,Blob,Blob)': (_rt, algorithm: Text, key: Data, data: Data) => {
    const {bytes} = required(data);
    return decrypt(cipherOf(required(algorithm), required(key)), required(key), bytes.subarray(0, BLOCK), bytes.subarray(BLOCK));
  },
  'encrypt(String,Blob,Blob,Blob)': (_rt, algorithm: Text, key: Data, vector: Data, data: Data) =>
    new ApexBlob(
      encrypt(cipherOf(required(algorithm), required(key)), required(key), initializationVector(required(vector)), required(data)),
    ),
  'encryptWithManagedIV(String,Blob,Blob)': (_rt, algorithm: Text, key: Data, data: Data) => {
    const vector = randomBytes(BLOCK);
    return new ApexBlob(
      Buffer.concat([vector, encrypt(cipherOf(required(algorithm), required(key)), required(key), vector, required(data))]),
    );
  },
  'generateAesKey(Integer)': (_rt, bits: number | null) => generateAesKey(required(bits)),
  'generateDigest(String,Blob)': (_rt, algorithm: Text, data: Data) =>
    new ApexBlob(
      createHash(named(DIGESTS, required(algorithm)))
        .update(required(data).bytes)
        .digest(),
    ),
  'generateMac(String,Blob,Blob)': (_rt, algorithm: Text, data: Data, key: Data) =>
    new ApexBlob(mac(required(algorithm), required(data), required(key))),
  'getRandomInteger()': () => randomBytes(4).readInt32BE(),
  'getRandomLong()': () => randomBytes(8).readBigInt64BE(),
  'sign(String,Blob,Blob)': (_rt, algorithm: Text, data: Data, key: Data) =>
    new ApexBlob(sign(named(SIGNATURES, required(algorithm)), required(data).bytes, privateKey(required(key)))),
  'verify(String,Blob,Blob,Blob)': (_rt, algorithm: Text, data: Data, signature: Data, key: Data) =>
    verify(named(SIGNATURES, required(algorithm)), required(data).bytes, publicKey(required(key)), required(signature).bytes),
  'verifyHmac(String,Blob,Blob,Blob)': (_rt, algorithm: Text, data: Data, key: Data, expected: Data) => {
    const actual = mac(required(algorithm), required(data), required(key));
    const {bytes} = required(expected);
    return actual.length === bytes.length && timingSafeEqual(actual, bytes);
  },
});

/** Bytes of a block of AES, and of its initialization vector. */
const BLOCK = 16;

/** Names are those of the documentation; case doesn't matter. */
const DIGESTS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  sha256: 'sha256',
  'sha-512': 'sha512',
  sha512: 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512',
};

const MACS: Readonly<Record<string, string>> = {hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256', hmacsha512: 'sha512'};

const SIGNATURES: Readonly<Record<string, string>> = {
  rsa: 'sha1',
  'rsa-sha1': 'sha1',
  'rsa-sha256': 'sha256',
  'rsa-sha384': 'sha384',
  'rsa-sha512': 'sha512',
  'ecdsa-sha256': 'sha256',
  'ecdsa-sha384': 'sha384',
  'ecdsa-sha512': 'sha512',
};

const CIPHERS: Readonly<Record<string, {readonly cipher: string; readonly keyBytes: number}>> = {
  aes128: {cipher: 'aes-128-cbc', keyBytes: 16},
  aes192: {cipher: 'aes-192-cbc', keyBytes: 24},
  aes256: {cipher: 'aes-256-cbc', keyBytes: 32},
};

function named<Value>(table: Readonly<Record<string, Value>>, algorithm: string): Value {
  const found = table[algorithm.toLowerCase()];
  if (found === undefined) throw new UnsupportedError(`U304 The algorithm "${algorithm}" is not supported by Crypto.`);
  return found;
}

function mac(algorithm: string, data: ApexBlob, key: ApexBlob): Buffer {
  return createHmac(named(MACS, algorithm), key.bytes).update(data.bytes).digest();
}

function generateAesKey(bits: number): ApexBlob {
  if (bits !== 128 && bits !== 192 && bits !== 256) throw invalidParameter('Invalid AES key size. Must be 128, 192 or 256 bits.');
  return new ApexBlob(randomBytes(bits / 8));
}

function cipherOf(algorithm: string, key: ApexBlob): string {
  const {cipher, keyBytes} = named(CIPHERS, algorithm);
  if (key.size !== keyBytes) throw invalidParameter(`Invalid private key. Must be ${String(keyBytes)} bytes.`);
  return cipher;
}

function initializationVector(vector: ApexBlob): Uint8Array {
  if (vector.size !== BLOCK) throw invalidParameter('Invalid initialization vector. Must be 16 bytes.');
  return vector.bytes;
}

function encrypt(cipher: string, key: ApexBlob, vector: Uint8Array, data: ApexBlob): Buffer {
  const cipherer = createCipheriv(cipher, key.bytes, vector);
  return Buffer.concat([cipherer.update(data.bytes), cipherer.final()]);
}

function decrypt(cipher: string, key: ApexBlob, vector: Uint8Array, data: Uint8Array): ApexBlob {
  if (data.length === 0 || data.length % BLOCK !== 0 || vector.length !== BLOCK) {
    throw new ApexFault('System.SecurityException', 'Input length must be multiple of 16 when decrypting with padded cipher');
  }
  const decipherer = createDecipheriv(cipher, key.bytes, vector);
  const start = decipherer.update(data);
  try {
    return new ApexBlob(Buffer.concat([start, decipherer.final()]));
  } catch {
    throw new ApexFault(
      'System.SecurityException',
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.',
    );
  }
}

/** "The private key … must be in RSA's PKCS #8 (1.2) format". */
function privateKey(key: ApexBlob): ReturnType<typeof createPrivateKey> {
  try {
    return createPrivateKey({key: Buffer.from(key.bytes), format: 'der', type: 'pkcs8'});
  } catch {
    throw new ApexFault('System.SecurityException', 'java.security.InvalidKeyException: Invalid PKCS8 data.');
  }
}

function publicKey(key: ApexBlob): ReturnType<typeof createPublicKey> {
  try {
    return createPublicKey({key: Buffer.from(key.bytes), format: 'der', type: 'spki'});
  } catch {
    throw new ApexFault('System.SecurityException', 'java.security.InvalidKeyException: Invalid X.509 data.');
  }
}
