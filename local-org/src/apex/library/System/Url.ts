import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {ApexFault} from '../../runtime/fault.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';

const DEFAULT_PORTS: Readonly<Record<string, number>> = {http: 80, https: 443, ftp: 21};

interface Parts {
  readonly protocol: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;
}

export class ApexUrl extends PlatformObject {
  readonly typeName = 'System.Url';
  readonly parts: Parts;

  constructor(parts: Parts) {
    super();
    this.parts = parts;
  }

  static parse(text: string): ApexUrl {
    const match = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text);
    if (match === null) throw malformed(`no protocol: ${text}`);
    const protocol = (match[1] ?? '').toLowerCase();
    if (!(protocol in DEFAULT_PORTS)) throw malformed(`unknown protocol: ${protocol}`);
    return new ApexUrl({protocol, authority: match[2] ?? '', path: match[3] ?? '', query: match[4] ?? null, ref: match[5] ?? null});
  }

  get host(): string {
    return this.parts.authority.replace(/^.*@/, '').replace(/:\d*$/, '');
  }

  /** -1 where none is given. */
  get port(): number {
    const port = /:(\d+)$/.exec(this.parts.authority)?.[1];
    return port === undefined ? -1 : Number(port);
  }

  get file(): string {
    return this.parts.path + (this.parts.query === null ? '' : `?${this.parts.query}`);
  }

  get text(): string {
    const {protocol, authority, ref} = this.parts;
    return `${protocol}:${authority === '' ? '' : `//${authority}`}${this.file}${ref === null ? '' : `#${ref}`}`;
  }

  override toText(): string {
    return this.text;
  }
}

function malformed(message: string): ApexFault {
  return new ApexFault('System.StringException', message);
}

function ofFile(protocol: string, host: string, port: number, file: string): ApexUrl {
  return ApexUrl.parse(`${protocol}://${host}${port === -1 ? '' : `:${String(port)}`}${file}`);
}

type Text = string | null;

/** The domain of the org, which nobody registered. */
const ORG_DOMAIN = 'https://local-org.my.salesforce.com';

/** Apex Reference Guide, "URL Class". What belongs to a request is not supported. */
export const urlClass = defineClass('System.Url', {
  '<init>(String)': (_rt, text: Text) => ApexUrl.parse(required(text)),
  '<init>(String,String,String)': (_rt, protocol: Text, host: Text, file: Text) =>
    ofFile(required(protocol), required(host), -1, required(file)),
  '<init>(String,String,Integer,String)': (_rt, protocol: Text, host: Text, port: number | null, file: Text) =>
    ofFile(required(protocol), required(host), required(port), required(file)),
  'getOrgDomainUrl()': () => ApexUrl.parse(ORG_DOMAIN),
  'getAuthority()': (_rt, self: ApexUrl) => self.parts.authority,
  'getDefaultPort()': (_rt, self: ApexUrl) => DEFAULT_PORTS[self.parts.protocol] ?? -1,
  'getFile()': (_rt, self: ApexUrl) => self.file,
  'getHost()': (_rt, self: ApexUrl) => self.host,
  'getPath()': (_rt, self: ApexUrl) => self.parts.path,
  'getPort()': (_rt, self: ApexUrl) => self.port,
  'getProtocol()': (_rt, self: ApexUrl) => self.parts.protocol,
  'getQuery()': (_rt, self: ApexUrl) => self.parts.query,
  'getRef()': (_rt, self: ApexUrl) => self.parts.ref,
  'getUserInfo()': (_rt, self: ApexUrl) => /^(.*)@/.exec(self.parts.authority)?.[1] ?? null,
  'sameFile(Url)': (_rt, self: ApexUrl, other: ApexUrl | null) =>
    self.parts.protocol === required(other).parts.protocol &&
    self.host.toLowerCase() === required(other).host.toLowerCase() &&
    self.file === required(other).file,
  'toExternalForm()': (_rt, self: ApexUrl) => self.text,
  'toString()': (_rt, self: ApexUrl) => self.text,
});
