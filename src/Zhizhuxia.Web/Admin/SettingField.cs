namespace Zhizhuxia.Web.Admin;

/// <summary>How a field of the settings is written.</summary>
public enum SettingShape
{
    Number,

    /// <summary>A span of time in whole days.</summary>
    Days,
    Line,

    /// <summary>One thing a line.</summary>
    Lines,

    /// <summary>A name and an amount a line.</summary>
    Grades,
}

/// <summary>One field of a form of the settings.</summary>
/// <param name="Name">Property of the section.</param>
/// <param name="Min">Least number; of lines and texts the least characters.</param>
/// <param name="Max">Likewise.</param>
/// <param name="Unit">Behind the field.</param>
/// <param name="Help">Beneath it, or empty.</param>
public sealed record SettingField(string Name, string Label, SettingShape Shape, int Min, int Max, string Unit = "", string Help = "")
{
    /// <summary>Property that says what holds, where that is another one.</summary>
    public string Shown { get; init; } = Name;

    /// <summary>Most lines.</summary>
    public int Most { get; init; } = 20;
}
