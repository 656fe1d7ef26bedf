using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zhizhuxia.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LastHash : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LastHash",
                table: "Submissions",
                type: "TEXT",
                nullable: true);
            migrationBuilder.FillLastHash();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LastHash",
                table: "Submissions");
        }
    }
}
