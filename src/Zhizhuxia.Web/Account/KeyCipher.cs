using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// Encrypts the keys of cookies with the newsroom's own key: AES-256-GCM, nonce and tag in front. Also made by the framework itself, by its name in the
/// stored words.
/// </summary>
internal sealed class KeyCipher(IServiceProvider services) : IXmlEncryptor, IXmlDecryptor
{
    private const string Element = "newsroom";
    private const int Nonce = 12;
    private const int Tag = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[Nonce + Tag + plain.Length];
        var (nonce, tag, text) = Parts(box);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = Cipher();
        aes.Encrypt(nonce.Span, plain, text.Span, tag.Span);
        return new(new XElement(Element, Convert.ToBase64String(box)), typeof(KeyCipher));
    }

    /// <exception cref="CryptographicException">The database belongs to a newsroom with another key.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var (nonce, tag, text) = Parts(Convert.FromBase64String(encryptedElement.Value));
        var plain = new byte[text.Length];
        using var aes = Cipher();
        aes.Decrypt(nonce.Span, text.Span, tag.Span, plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private AesGcm Cipher() => new(services.GetRequiredService<SecretKey>().Sign("cookie-keys", ""), Tag);

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(byte[] box) =>
        (box.AsMemory(0, Nonce), box.AsMemory(Nonce, Tag), box.AsMemory(Nonce + Tag));
}
