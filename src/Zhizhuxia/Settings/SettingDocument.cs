namespace Zhizhuxia.Settings;

/// <summary>What administrators have set, over what the configuration says. One document for each form of the console.</summary>
public sealed class SettingDocument
{
    /// <summary>A path as configuration has it: a section (<c>Review</c>), or one thing in it (<c>MailTexts:Texts:Adopted</c>).</summary>
    public required string Key { get; init; }

    /// <summary>JSON; null: back to the default.</summary>
    public string? Value { get; private set; }

    /// <summary>Concurrency token; grows with each change.</summary>
    public int Version { get; private set; }

    public void Change(string? value) => (Value, Version) = (value, Version + 1);
}
