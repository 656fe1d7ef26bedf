using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Web.Shared;

/// <summary>What the pages say about the newspaper. Section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>Name in the masthead and in every title.</summary>
    [Required]
    public string Name { get; set; } = "知株侠";

    /// <summary>The newspaper that answers for the pages.</summary>
    [Required]
    public string Newspaper { get; set; } = "株洲日报";

    /// <summary>The page of the newspaper the pieces appear on, shown beside the name.</summary>
    [Required]
    public string Section { get; set; } = "视频专版";

    /// <summary>Lines of the footer in their order: ICP number, licence for audiovisual programmes, address. Empty by default.</summary>
    public IReadOnlyList<string> Licences { get; set; } = [];
}
