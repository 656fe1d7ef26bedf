using Azure;
using Azure.Identity;

namespace Zhizhuxia.Storage;

/// <summary>What an exception says of the object store itself.</summary>
public static class StoreTrouble
{
    extension(Exception trouble)
    {
        /// <summary>The store is away, busy, or does not let us in: the same request may go well later. What was kept before is safe.</summary>
        public bool IsOfStore => trouble switch
        {
            RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } or AuthenticationFailedException => true,
            AggregateException tries => tries.InnerExceptions.Any(one => one.IsOfStore), // the client library's own repetitions
            { InnerException: { } inner } => inner.IsOfStore,
            _ => false,
        };
    }
}
