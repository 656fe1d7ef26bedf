using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Zhizhuxia.Data;

/// <summary>What an exception says of the database itself.</summary>
public static class DatabaseTrouble
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int SqliteFull = 13; // SQLITE_FULL
    private const string PostgresFull = "53100"; // disk_full

    extension(Exception trouble)
    {
        /// <summary>The server is away, starting, or busy with others: the same request may go well in a moment. Nothing is said of the rows.</summary>
        public bool IsOfConnection
        {
            get
            {
                for (var inner = trouble; inner is not null; inner = inner.InnerException)
                    if (inner is DbException { IsTransient: true })
                        return true;
                return false;
            }
        }

        /// <summary>The disk is full: a file's, SQLite's or PostgreSQL's. Nothing of the request was kept, and what was kept before is safe.</summary>
        public bool IsOfSpace
        {
            get
            {
                for (var inner = trouble; inner is not null; inner = inner.InnerException)
                    if (inner is IOException { HResult: NoSpaceLeft } or SqliteException { SqliteErrorCode: SqliteFull } or DbException { SqlState: PostgresFull })
                        return true;
                return false;
            }
        }
    }
}
