using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zhizhuxia.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TakenFrom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "TakenFrom_At",
                table: "Steps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakenFrom_EditorId",
                table: "Steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TakenFrom_Name",
                table: "Steps",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TakenFrom_At",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "TakenFrom_EditorId",
                table: "Steps");

            migrationBuilder.DropColumn(
                name: "TakenFrom_Name",
                table: "Steps");
        }
    }
}
