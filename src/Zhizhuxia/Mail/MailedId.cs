using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Ids of what a mail becomes: always the same for the same mail, so that a job that runs twice makes one.</summary>
internal static class MailedId
{
    private const int TimeBytes = 6;

    /// <summary>A version-7 id of the mail's own time.</summary>
    /// <param name="what">Ids of different things do not meet.</param>
    /// <param name="place">Among things of the same sort; ids are in the order of their places.</param>
    public static Guid Of(InboundMail mail, string what, int place)
    {
        var bytes = Guid.CreateVersion7(mail.ReceivedAt.AddMilliseconds(place)).ToByteArray(bigEndian: true);
        SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.Id:N} {what} {place}")).AsSpan(0, bytes.Length - TimeBytes).CopyTo(bytes.AsSpan(TimeBytes));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70); // RFC 9562 §5.7: version, then variant
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
