using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;

namespace Zhizhuxia.Web.Account;

/// <summary>Keeps the keys of cookies, forms and links in the database, so that whichever web process is asked knows them.</summary>
internal sealed class CookieKeys(Func<PortalDb> open, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = open();
        return [.. db.CookieKeys.AsNoTracking().OrderBy(key => key.Name).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = open();
        db.CookieKeys.Add(new() { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), CreatedAt = clock.GetUtcNow() });
        db.SaveChangesAsync().GetAwaiter().GetResult(); // the framework asks without waiting, once in months; our SQLite saves only asynchronously
    }
}
