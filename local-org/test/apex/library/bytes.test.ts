import assert from 'node:assert/strict';
import {generateKeyPairSync} from 'node:crypto';
import {test} from 'node:test';
import {ApexBlob} from '../../../src/apex/runtime/blob.ts';
import {ApexFault} from '../../../src/apex/runtime/fault.ts';
import {UnsupportedError} from '../../../src/apex/runtime/unsupported.ts';
import {call, fakeRuntime, raises} from './fake-runtime.ts';

const rt = fakeRuntime();

function blob(text: string): ApexBlob {
  return ApexBlob.fromText(text);
}

function crypto(member: string, ...args: readonly unknown[]): ApexBlob {
  return call(rt, 'System.Crypto', member, ...args) as ApexBlob;
}

function encoding(member: string, ...args: readonly unknown[]): unknown {
  return call(rt, 'System.EncodingUtil', member, ...args);
}

function hex(value: ApexBlob): unknown {
  return encoding('convertToHex(Blob)', value);
}

test('text becomes bytes and text again', () => {
  const bytes = call(rt, 'System.Blob', 'valueOf(String)', 'é') as ApexBlob;
  assert.equal(call(rt, 'System.Blob', 'size()', bytes), 2);
  assert.equal(call(rt, 'System.Blob', 'toString()', bytes), 'é');
  assert.throws(
    () => call(rt, 'System.Blob', 'toString()', new ApexBlob(Uint8Array.of(0xff))),
    raises('System.StringException', 'BLOB is not a valid UTF-8 string'),
  );
});

test('digests are the standard ones', () => {
  assert.equal(hex(crypto('generateDigest(String,Blob)', 'MD5', blob('abc'))), '900150983cd24fb0d6963f7d28e17f72');
  assert.equal(hex(crypto('generateDigest(String,Blob)', 'SHA1', blob('abc'))), 'a9993e364706816aba3e25717850c26c9cd0d89d');
  assert.equal(
    hex(crypto('generateDigest(String,Blob)', 'SHA-256', blob('abc'))),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  assert.equal(crypto('generateDigest(String,Blob)', 'SHA-512', blob('abc')).size, 64);
  assert.throws(() => crypto('generateDigest(String,Blob)', 'SHA-0', blob('abc')), UnsupportedError);
});

test('message authentication codes are the standard ones, and verified', () => {
  const mac = crypto('generateMac(String,Blob,Blob)', 'hmacSHA256', blob('what do ya want for nothing?'), blob('Jefe'));
  assert.equal(hex(mac), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  const verify = (message: string): unknown =>
    call(rt, 'System.Crypto', 'verifyHmac(String,Blob,Blob,Blob)', 'HmacSHA256', blob(message), blob('Jefe'), mac);
  assert.equal(verify('what do ya want for nothing?'), true);
  assert.equal(verify('something else'), false);
});

test('AES goes there and back, with a given and with a managed vector', () => {
  const key = blob('0123456789abcdef');
  const vector = blob('abcdef9876543210');
  const encrypted = crypto('encrypt(String,Blob,Blob,Blob)', 'AES128', key, vector, blob('hello'));
  assert.equal(encrypted.size, 16);
  assert.equal(crypto('decrypt(String,Blob,Blob,Blob)', 'AES128', key, vector, encrypted).toText(), 'hello');
  const key256 = crypto('generateAesKey(Integer)', 256);
  const managed = crypto('encryptWithManagedIV(String,Blob,Blob)', 'AES256', key256, blob('hello'));
  assert.equal(managed.size, 32);
  assert.equal(crypto('decryptWithManagedIV(String,Blob,Blob)', 'AES256', key256, managed).toText(), 'hello');
});

test('AES refuses keys and vectors of the wrong size, and wrong keys', () => {
  const vector = blob('abcdef9876543210');
  assert.throws(
    () => crypto('encrypt(String,Blob,Blob,Blob)', 'AES256', blob('short'), vector, blob('x')),
    raises('System.InvalidParameterValueException', 'Invalid private key. Must be 32 bytes.'),
  );
  assert.throws(
    () => crypto('encrypt(String,Blob,Blob,Blob)', 'AES128', vector, blob('short'), blob('x')),
    raises('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.'),
  );
  assert.throws(
    () => crypto('decrypt(String,Blob,Blob,Blob)', 'AES128', vector, vector, blob('0123456789abcdef')),
    (error) => error instanceof ApexFault && error.type === 'System.SecurityException',
  );
});

test('RSA signatures are verified', () => {
  const {privateKey, publicKey} = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: {type: 'pkcs8', format: 'der'},
    publicKeyEncoding: {type: 'spki', format: 'der'},
  });
  const signature = crypto('sign(String,Blob,Blob)', 'RSA-SHA256', blob('text'), new ApexBlob(privateKey));
  const verify = (text: string): unknown =>
    call(rt, 'System.Crypto', 'verify(String,Blob,Blob,Blob)', 'RSA-SHA256', blob(text), signature, new ApexBlob(publicKey));
  assert.equal(verify('text'), true);
  assert.equal(verify('other'), false);
});

test('random numbers have their types', () => {
  const integer = call(rt, 'System.Crypto', 'getRandomInteger()') as number;
  assert.equal(integer, integer | 0);
  assert.equal(typeof call(rt, 'System.Crypto', 'getRandomLong()'), 'bigint');
});

test('base64 and hexadecimal', () => {
  assert.equal(encoding('base64Encode(Blob)', blob('hello')), 'aGVsbG8=');
  assert.equal((encoding('base64Decode(String)', 'aGVsbG8=') as ApexBlob).toText(), 'hello');
  assert.throws(() => encoding('base64Decode(String)', 'a!'), raises('System.StringException', 'Unrecognized base64 character: !'));
  assert.equal((encoding('convertFromHex(String)', '4A4b') as ApexBlob).toText(), 'JK');
  assert.equal(hex(blob('JK')), '4a4b');
});

test('URLs are encoded as forms are', () => {
  assert.equal(encoding('urlEncode(String,String)', 'a b&c=é/~*', 'UTF-8'), 'a+b%26c%3D%C3%A9%2F%7E*');
  assert.equal(encoding('urlDecode(String,String)', 'a+b%26c%3D%C3%A9%2F', 'UTF-8'), 'a b&c=é/');
  assert.equal(encoding('urlEncode(String,String)', 'é', 'ISO-8859-1'), '%E9');
  assert.throws(() => encoding('urlEncode(String,String)', 'é', 'EBCDIC'), UnsupportedError);
});

test('UUIDs are random, read and compared', () => {
  const one = call(rt, 'System.UUID', 'randomUUID()');
  const text = call(rt, 'System.UUID', 'toString()', one) as string;
  assert.match(text, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.ok(rt.equals(one, call(rt, 'System.UUID', 'fromString(String)', text.toUpperCase())));
  assert.throws(
    () => call(rt, 'System.UUID', 'fromString(String)', 'x'),
    raises('System.IllegalArgumentException', 'Invalid UUID string: x'),
  );
});

test('a URL has its parts', () => {
  const url = call(rt, 'System.Url', '<init>(String)', 'https://user@example.com:8080/a/b?c=d#e');
  const part = (name: string): unknown => call(rt, 'System.Url', `${name}()`, url);
  assert.deepEqual(
    [
      'getProtocol',
      'getHost',
      'getPort',
      'getPath',
      'getQuery',
      'getRef',
      'getFile',
      'getUserInfo',
      'getDefaultPort',
      'toExternalForm',
    ].map(part),
    ['https', 'example.com', 8080, '/a/b', 'c=d', 'e', '/a/b?c=d', 'user', 443, 'https://user@example.com:8080/a/b?c=d#e'],
  );
});

test('a Type has one token, a name and its relatives', () => {
  const forName = (name: string): unknown => call(rt, 'System.Type', 'forName(String)', name);
  const type = forName('list<string>');
  assert.equal(call(rt, 'System.Type', 'getName()', type), 'List<String>');
  assert.equal(forName('List<String>'), type);
  assert.equal(forName('Nonsense'), null);
  assert.equal(call(rt, 'System.Type', 'isAssignableFrom(Type)', forName('Object'), type), true);
});
