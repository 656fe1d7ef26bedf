using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Letters to people of the newsroom.</summary>
internal static class StaffLetters
{
    /// <summary>Adds a letter with the job that sends it; saving is the caller's.</summary>
    /// <param name="editor">With an address.</param>
    /// <param name="key">What it tells whom, and when; unique.</param>
    public static void WriteToStaff(this PortalDb db, Editor editor, LetterKind kind, Guid? piece, string key, LetterText words, DateTimeOffset now)
    {
        var place = db.Letters.Local.Count; // rows are written by id: two programs that tell the same people do so in one order, and never wait for each other
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(now.AddMilliseconds(place)), SubmissionId = piece, EditorId = editor.Id, Kind = kind, To = editor.Email!, Key = key,
            Subject = words.Subject, Body = words.Body, CreatedAt = now, NotBefore = now,
        };
        db.Letters.Add(letter);
        db.Jobs.Add(Job.ForLetter(piece, letter.Id, now, now));
    }
}
