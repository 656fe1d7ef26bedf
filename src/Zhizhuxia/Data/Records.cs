using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhizhuxia.Data;

/// <summary>Tables that are records.</summary>
internal static class Records
{
    /// <summary>Rows are added, never changed; who tries is refused. Call it last.</summary>
    public static void IsOnlyAdded<T>(this EntityTypeBuilder<T> row) where T : class
    {
        foreach (var property in row.Metadata.GetProperties().Where(property => !property.IsPrimaryKey()))
            property.SetAfterSaveBehavior(PropertySaveBehavior.Throw);
    }
}
